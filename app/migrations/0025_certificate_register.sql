-- The register of an organisation is read by time of issue.
CREATE INDEX certificates_organisation ON certificates (organisation_id, issued_at);
