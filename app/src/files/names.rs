//! Names of files as people's computers send them, made safe to keep and to hand on.

use super::Kind;
use crate::text::without_hidden;

/// Characters of a name without its ending.
const LONGEST: usize = 120;
/// Endings of what runs: hidden before another ending they deceive, since some systems do not show the last one.
const RUNNING: [&str; 28] = [
    "app", "bat", "chm", "cmd", "com", "cpl", "dll", "docm", "exe", "hta", "htm", "html", "jar",
    "js", "jse", "lnk", "msi", "php", "pif", "ps1", "scr", "sh", "svg", "vb", "vbe", "vbs", "wsf",
    "xlsm",
];
/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Why a name can not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// It does not say of which kind the file is.
    NoEnding,
    /// Files with this ending are not taken.
    NotTaken(String),
    /// The ending of something that runs stands before the last one.
    TwoEndings(String),
}

/// The name without folders, hidden characters and signs that some systems refuse, with the kind that it says.
///
/// # Errors
/// [`NameProblem`].
pub fn clean_file_name(sent: &str) -> Result<(String, &'static Kind), NameProblem> {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = without_hidden(last)
        .chars()
        .map(|sign| if "<>:\"|?*".contains(sign) { '-' } else { sign })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = words.join(" ");
    let line = line.trim_matches(['.', ' ']);
    let (stem, ending) = line.rsplit_once('.').ok_or(NameProblem::NoEnding)?;
    let ending = ending.trim().to_lowercase();
    let kind = Kind::of_ending(&ending).ok_or(NameProblem::NotTaken(ending))?;
    let mut inner = stem
        .split('.')
        .skip(1)
        .map(|part| part.trim().to_lowercase());
    if let Some(hidden) = inner.find(|part| RUNNING.contains(&part.as_str())) {
        return Err(NameProblem::TwoEndings(format!("{hidden}.{}", kind.ending)));
    }
    let stem: String = stem.chars().take(LONGEST).collect();
    let stem = stem.trim_matches(['.', ' ']);
    let is_device = DEVICES.contains(&stem.to_lowercase().as_str());
    let mark = if is_device { "_" } else { "" };
    Ok((format!("{stem}{mark}.{}", kind.ending), kind))
}

/// The header that makes browsers save a file under its name, in whatever alphabet (RFC 6266, RFC 8187).
pub fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|sign| match sign {
            ' ' | '.' | '-' | '_' | '(' | ')' => sign,
            sign if sign.is_ascii_alphanumeric() => sign,
            _ => '_',
        })
        .collect();
    let exact = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cleaned(sent: &str) -> Result<String, NameProblem> {
        clean_file_name(sent).map(|(name, _)| name)
    }

    #[test]
    fn names_keep_what_is_harmless() {
        let same = ["Karta pracy 3.pdf", "Рабочий лист.docx", "plan.2026.xlsx"];
        for name in same {
            assert_eq!(cleaned(name).as_deref(), Ok(name));
        }
        for (sent, kept) in [
            ("C:\\Dokumenty\\Ćwiczenia.PDF", "Ćwiczenia.pdf"),
            ("../../etc/passwd.txt", "passwd.txt"),
            ("a\u{202E}fdp.b\0.pdf", "afdp.b.pdf"),
            ("co? kiedy: \"ile\".pdf", "co- kiedy- -ile-.pdf"),
            ("foto.JPEG", "foto.jpg"),
            ("nul.txt", "nul_.txt"),
        ] {
            assert_eq!(cleaned(sent).as_deref(), Ok(kept), "{sent}");
        }
    }

    #[test]
    fn what_runs_is_refused_at_the_end_and_before_it() {
        for name in ["test", "", " .pdf", "..pdf."] {
            assert_eq!(cleaned(name), Err(NameProblem::NoEnding), "{name}");
        }
        for ending in ["exe", "html", "svg", "docm", "js"] {
            let refused = NameProblem::NotTaken(ending.to_owned());
            assert_eq!(cleaned(&format!("lista.pdf.{ending}")), Err(refused));
        }
        let hidden = NameProblem::TwoEndings("exe.pdf".to_owned());
        assert_eq!(cleaned("lista.EXE .pdf"), Err(hidden));
    }

    #[test]
    fn a_name_in_any_alphabet_fits_into_a_header() {
        assert_eq!(
            attachment("Żółw \"1\".pdf"),
            "attachment; filename=\"___w _1_.pdf\"; filename*=UTF-8''%C5%BB%C3%B3%C5%82w%20%221%22%2Epdf"
        );
    }

    proptest! {
        #[test]
        fn no_name_leads_out_of_its_place(sent in "\\PC{0,40}(\\.pdf|\\.exe|/|\\\\|\u{202E}){0,3}") {
            if let Ok((name, kind)) = clean_file_name(&sent) {
                assert!(!name.contains(['/', '\\', '\0', '"', '\u{202E}']));
                assert!(!name.starts_with('.') && name.ends_with(&format!(".{}", kind.ending)));
                assert!(attachment(&name).bytes().all(|byte| (0x20..0x7F).contains(&byte)));
            }
        }
    }
}
