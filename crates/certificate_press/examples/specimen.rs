//! Prints a plain, a long and the longest certificate in each language into the folder given, to look at.
#[path = "../tests/press/sample.rs"]
mod sample;

use certificate_press::{Lang, Limits, Press, Template};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    let press = Press::new(Limits::default());
    for lang in [Lang::Pl, Lang::Ru, Lang::En] {
        let specimens = [
            ("plain", sample::facts(lang, 214)),
            ("long", sample::many_topics(lang)),
            ("longest", sample::longest(lang)),
        ];
        for (kind, facts) in specimens {
            let printed = press.print(&facts, &Template::standard(), lang)?;
            std::fs::write(folder.join(format!("{kind}.{}.pdf", lang.code())), printed)?;
        }
    }
    Ok(())
}
