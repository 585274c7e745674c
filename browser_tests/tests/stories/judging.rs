//! The judgement that every page goes through notices what it must: pages with one fault each are refused.

use anyhow::{Result, ensure};
use browser_tests::{Failed, Reader, Walk, tell};

#[test]
fn faults_are_noticed() -> Result<(), Failed> {
    tell(module_path!(), Reader::Chromium, refuse_faulty_pages)
}

fn page(lang: &str, body: &str) -> String {
    format!(
        "<html lang={lang}><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Page</title>\
         <style>@media (prefers-color-scheme: dark) {{ .dim {{ color: %23ddd }} }}</style>\
         <main><h1>Page</h1>{body}</main>"
    )
}

async fn refuse_faulty_pages(walk: &Walk) -> Result<()> {
    let faults = [
        ("pl", "<p>Nothing is wrong here.</p>", ""),
        (
            "en",
            "<p>Another language than the reader's.</p>",
            "<html lang> is “en”",
        ),
        (
            "pl",
            "<p style='width: 330px'>Wider than the screen.</p>",
            "overflows 320 px",
        ),
        ("pl", "<img src='data:,'>", "image-alt"),
        (
            "pl",
            "<p class=dim>Too faint in the dark scheme.</p>",
            "color-contrast",
        ),
        (
            "pl",
            "<p>Noise.</p><script>console.error('broken')</script>",
            "broken",
        ),
    ];
    for (lang, body, fault) in faults {
        let shown = walk
            .open_anything(&format!("data:text/html,{}", page(lang, body)))
            .await;
        let said = shown
            .err()
            .map(|error| format!("{error:#}"))
            .unwrap_or_default();
        ensure!(
            said.contains(fault) && said.is_empty() == fault.is_empty(),
            "“{body}” should lead to “{fault}”, not to “{said}”"
        );
    }
    Ok(())
}
