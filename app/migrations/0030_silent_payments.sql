-- Payments online that the gateway has not said anything about are found without looking at the others.
CREATE INDEX online_payments_silent ON online_payments (next_attempt_at) WHERE state = 'started';
