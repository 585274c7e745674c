//! Certificates as they are really issued, in each language.

use certificate_press::{Facts, Lang, Signatory};

/// A plain certificate in `lang`, number `number`.
pub fn facts(lang: Lang, number: u32) -> Facts {
    let text = |pl: &str, ru: &str, en: &str| match lang {
        Lang::Pl => pl.to_owned(),
        Lang::Ru => ru.to_owned(),
        Lang::En => en.to_owned(),
    };
    let topics = match lang {
        Lang::Pl => [
            "Rozpoznawanie przemocy rówieśniczej",
            "Rozmowa z uczniem i z rodzicem",
            "Procedura „Niebieskie Karty”",
            "Współpraca z poradnią",
        ],
        Lang::Ru => [
            "Признаки травли в классе",
            "Разговор с учеником и с родителями",
            "Порядок действий школы",
            "Совместная работа с психологом",
        ],
        Lang::En => [
            "Recognising bullying",
            "Talking with pupils and parents",
            "What the school has to do",
            "Working with counsellors",
        ],
    };
    Facts {
        organisation: text(
            "Centrum Doskonalenia Nauczycieli w Łodzi",
            "Городской центр повышения квалификации, Ижевск",
            "Harbour City Teacher Training Centre",
        ),
        number: format!("{number}/2026"),
        full_name: text(
            "Małgorzata Żółć-Gęślińska",
            "Щербакова Юлия Владимировна",
            "Grace Eleanor O’Donoghue",
        ),
        born_on: text("12 marca 1984", "12 марта 1984 года", "12 March 1984"),
        birth_place: text("Świętochłowice", "Ёлкино, Удмуртия", "Galway"),
        title: text(
            "Jak reagować na przemoc w szkole: źródła, rozmowa, pomoc",
            "Как остановить травлю в школе: причины, разговор, помощь",
            "Responding to bullying at school",
        ),
        hours: text("16 godzin dydaktycznych", "16 академических часов", "16 teaching hours"),
        dates: text("1–8 grudnia 2026", "1–8 декабря 2026 года", "1–8 December 2026"),
        topics: topics.map(str::to_owned).to_vec(),
        trainers: vec![
            text("dr Zofia Kowalczyk", "Анна Петровна Юсупова", "Dr Martin Hale"),
            text("Jerzy Ząbek", "Эльдар Фёдоров", "Siobhán Walsh"),
        ],
        issue_place: text("Łódź", "Ижевск", "Harbour City"),
        issue_date: text("9 grudnia 2026", "9 декабря 2026 года", "9 December 2026"),
        signatory: Signatory {
            name: text("Elżbieta Wójcik", "Наталья Сергеевна Жукова", "Harriet Lowe"),
            role: text("Dyrektor Centrum", "Директор центра", "Director of the Centre"),
        },
        verify_address: format!("https://szkolenia.example.org/verify/{number}-2026"),
        qr_payload: format!(
            "https://szkolenia.example.org/verify/{number}-2026?c=AEAAAAAAAAAAAAAABPAAAEBQ{}",
            "AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYUCULBOGAZDINRYHI6D4QCCIRDEQSSMJZIFEVCWLBNFYXTAMJSGM2DKNRXHA4TUOZ4HU7D6QCBIJBUIRKGI5EESSSLJRGU4T2QKFJFG"
        ),
        issued_at: jiff::Timestamp::from_second(1_796_810_400).unwrap_or_default(),
    }
}
