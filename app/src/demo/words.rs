//! Names of invented people, streets and schools. Every combination is made up.

use crate::i18n::Lang;
use crate::random::Random;

/// Given names and surnames that go together.
struct Names {
    lang: Lang,
    women: &'static [&'static str],
    men: &'static [&'static str],
    surnames_of_women: &'static [&'static str],
    surnames_of_men: &'static [&'static str],
    towns: &'static [&'static str],
}

const POLISH: Names = Names {
    lang: Lang::Pl,
    women: &[
        "Agata",
        "Agnieszka",
        "Alicja",
        "Barbara",
        "Celina",
        "Danuta",
        "Dorota",
        "Elżbieta",
        "Ewelina",
        "Grażyna",
        "Iwona",
        "Jadwiga",
        "Joanna",
        "Justyna",
        "Karolina",
        "Łucja",
        "Magdalena",
        "Małgorzata",
        "Monika",
        "Żaneta",
    ],
    men: &[
        "Adam",
        "Błażej",
        "Cezary",
        "Damian",
        "Filip",
        "Grzegorz",
        "Hubert",
        "Jacek",
        "Kamil",
        "Łukasz",
        "Maciej",
        "Norbert",
        "Paweł",
        "Radosław",
        "Sławomir",
        "Wojciech",
        "Zbigniew",
    ],
    surnames_of_women: &[
        "Borowik",
        "Cieślak",
        "Dąbek",
        "Gawrońska",
        "Jasieńska",
        "Kędzierska",
        "Kurek",
        "Lipińska",
        "Łęcka",
        "Malik",
        "Niemczyk",
        "Olszańska",
        "Pączkowska",
        "Rogala",
        "Sikora",
        "Śliwa",
        "Tarnowska",
        "Urban",
        "Wrońska",
        "Żurek",
        "Nowicka-Zaręba",
        "Ćwik",
    ],
    surnames_of_men: &[
        "Borowik",
        "Cieślak",
        "Dąbek",
        "Gawroński",
        "Jasieński",
        "Kędzierski",
        "Kurek",
        "Lipiński",
        "Łęcki",
        "Malik",
        "Niemczyk",
        "Olszański",
        "Pączkowski",
        "Rogala",
        "Sikora",
        "Śliwa",
        "Tarnowski",
        "Urban",
        "Wroński",
        "Żurek",
    ],
    towns: &[
        "Białystok",
        "Łomża",
        "Suwałki",
        "Gdańsk",
        "Łódź",
        "Świnoujście",
        "Żory",
        "Kętrzyn",
    ],
};

const RUSSIAN: Names = Names {
    lang: Lang::Ru,
    women: &[
        "Анастасия",
        "Вера",
        "Галина",
        "Евгения",
        "Зоя",
        "Ирина",
        "Ксения",
        "Лариса",
        "Марина",
        "Наталья",
        "Полина",
        "Светлана",
        "Юлия",
    ],
    men: &[
        "Алексей",
        "Борис",
        "Виктор",
        "Глеб",
        "Дмитрий",
        "Егор",
        "Илья",
        "Константин",
        "Семён",
        "Фёдор",
    ],
    surnames_of_women: &[
        "Берёзова",
        "Ветрова",
        "Горелова",
        "Дёмина",
        "Журавлёва",
        "Зимина",
        "Королькова",
        "Лугова",
        "Мещерякова",
        "Осокина",
        "Соловьёва",
        "Щукина",
    ],
    surnames_of_men: &[
        "Берёзов",
        "Ветров",
        "Горелов",
        "Дёмин",
        "Журавлёв",
        "Зимин",
        "Корольков",
        "Луговой",
        "Мещеряков",
        "Осокин",
        "Соловьёв",
        "Щукин",
    ],
    towns: &["Иваново", "Кинешма", "Тверь", "Вологда", "Орёл", "Гродно"],
};

const ENGLISH: Names = Names {
    lang: Lang::En,
    women: &[
        "Alice", "Bridget", "Clara", "Emily", "Fiona", "Grace", "Imogen", "Niamh", "Ruth",
    ],
    men: &[
        "Arthur", "Colin", "Duncan", "Edwin", "Hugh", "Liam", "Oliver", "Rory",
    ],
    surnames_of_women: &[
        "Ashdown",
        "Brennan",
        "Calloway",
        "Fairley",
        "Hartnell",
        "Lockyer",
        "Merrick",
        "O’Dwyer",
        "Thorne",
    ],
    surnames_of_men: &[
        "Ashdown",
        "Brennan",
        "Calloway",
        "Fairley",
        "Hartnell",
        "Lockyer",
        "Merrick",
        "O’Dwyer",
        "Thorne",
    ],
    towns: &["Cork", "Leeds", "Cardiff", "Dundee"],
};

const STREETS: [&str; 12] = [
    "ul. Lipowa",
    "ul. Ogrodowa",
    "ul. Brzozowa",
    "ul. Szkolna",
    "ul. Słoneczna",
    "ul. Parkowa",
    "ul. Wiśniowa",
    "ul. Zielona",
    "ul. Młynarska",
    "ul. Źródlana",
    "ul. Żytnia",
    "al. Kasztanowa",
];

/// An invented human being.
#[derive(Clone, Debug)]
pub(super) struct Human {
    pub lang: Lang,
    pub given_name: &'static str,
    pub surname: &'static str,
    pub birth_place: &'static str,
    pub street: String,
}

fn pick<'a>(random: &Random, list: &[&'a str]) -> &'a str {
    list[index(random, list.len())]
}

/// A number below `length`, for picking from a list.
pub(super) fn index(random: &Random, length: usize) -> usize {
    usize::try_from(random.below(length as u64)).unwrap_or(0)
}

/// A street with a number.
pub(super) fn street(random: &Random) -> String {
    format!("{} {}", pick(random, &STREETS), 1 + random.below(80))
}

/// Six of ten are Polish, a quarter Russian, the others English.
pub(super) fn human(random: &Random) -> Human {
    let names = match random.below(20) {
        0..=11 => POLISH,
        12..=16 => RUSSIAN,
        _ => ENGLISH,
    };
    let is_woman = random.below(3) > 0;
    let (given, surnames) = if is_woman {
        (names.women, names.surnames_of_women)
    } else {
        (names.men, names.surnames_of_men)
    };
    Human {
        lang: names.lang,
        given_name: pick(random, given),
        surname: pick(random, surnames),
        birth_place: pick(random, names.towns),
        street: street(random),
    }
}

/// A patron of a school; all are trees and birds, so that nobody real is meant.
pub(super) fn patron(random: &Random) -> &'static str {
    pick(
        random,
        &[
            "Bociana Białego",
            "Dębu Szypułkowego",
            "Żurawi",
            "Lipy Drobnolistnej",
            "Jaskółki",
            "Leśnych Ptaków",
            "Czapli",
        ],
    )
}
