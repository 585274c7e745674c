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
        hours: text(
            "16 godzin dydaktycznych",
            "16 академических часов",
            "16 teaching hours",
        ),
        dates: text(
            "1–8 grudnia 2026",
            "1–8 декабря 2026 года",
            "1–8 December 2026",
        ),
        topics: topics.map(str::to_owned).to_vec(),
        trainers: vec![
            text(
                "dr Zofia Kowalczyk",
                "Анна Петровна Юсупова",
                "Dr Martin Hale",
            ),
            text("Jerzy Ząbek", "Эльдар Фёдоров", "Siobhán Walsh"),
        ],
        issue_place: text("Łódź", "Ижевск", "Harbour City"),
        issue_date: text("9 grudnia 2026", "9 декабря 2026 года", "9 December 2026"),
        signatory: Signatory {
            name: text(
                "Elżbieta Wójcik",
                "Наталья Сергеевна Жукова",
                "Harriet Lowe",
            ),
            role: text(
                "Dyrektor Centrum",
                "Директор центра",
                "Director of the Centre",
            ),
        },
        verify_address: format!("https://szkolenia.example.org/verify/{number}-2026"),
        qr_payload: format!(
            "https://szkolenia.example.org/verify/{number}-2026?c=AEAAAAAAAAAAAAAABPAAAEBQ{}",
            "AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYUCULBOGAZDINRYHI6D4QCCIRDEQSSMJZIFEVCWLBNFYXTAMJSGM2DKNRXHA4TUOZ4HU7D6QCBIJBUIRKGI5EESSSLJRGU4T2QKFJFG"
        ),
        issued_at: jiff::Timestamp::from_second(1_796_810_400).unwrap_or_default(),
    }
}

/// Everything as long as it is allowed anywhere: a name of 300 letters in one word, long titles, 40 topics.
#[allow(dead_code, reason = "not every program that includes this prints it")]
pub fn longest(lang: Lang) -> Facts {
    let sentence = match lang {
        Lang::Pl => "Zażółć gęślą jaźń i współpraca z rodzicami w szkole podstawowej ",
        Lang::Ru => "Съешь же ещё этих мягких французских булок и работа с родителями ",
        Lang::En => "How a school works together with parents and a counsellor in need ",
    };
    let mut facts = facts(lang, 99_999);
    facts.organisation = sentence.repeat(4);
    facts.full_name = "Wołłożyńska".chars().cycle().take(300).collect();
    facts.birth_place = sentence.repeat(2);
    facts.title = sentence.repeat(5);
    facts.topics = (1..=40)
        .map(|n| format!("{n} {}", sentence.repeat(1 + n % 3).trim_end()))
        .collect();
    facts.trainers = (1..=8)
        .map(|n| format!("Zofia Kowalczyk-Brzęczyszczykiewicz {n}"))
        .collect();
    facts.signatory.role = sentence.repeat(3);
    facts
}

/// Many topics of an ordinary length, as an ordinary long training has them.
#[allow(dead_code, reason = "not every program that includes this prints it")]
pub fn many_topics(lang: Lang) -> Facts {
    let mut facts = facts(lang, 7);
    facts.topics = facts.topics.iter().cycle().take(40).cloned().collect();
    facts
}
