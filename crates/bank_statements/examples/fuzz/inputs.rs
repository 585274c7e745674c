//! Broken samples: bits turned, ends cut, parts of others spliced in, words of the formats inserted, blocks repeated.

use std::fs;
use std::path::Path;

/// Larger inputs are cut.
const MOST: usize = 200_000;

/// Words by which the readers decide.
const WORDS: [&str; 60] = [
    ":20:",
    ":25:",
    ":28C:",
    ":60F:",
    ":61:",
    ":62F:",
    ":62M:",
    ":86:",
    ":NS:",
    ":34F:EUR",
    "\r\n-\r\n",
    "{4:",
    "-}",
    "?20",
    "~20",
    "<32",
    "^38",
    "?",
    "//",
    "NONREF",
    "SVWZ+",
    "EREF+",
    "; TYT.:",
    "; TNR:",
    "/REMI/",
    "C170119PLN0,40",
    "170230",
    "JPY",
    "KWD",
    "999999999999999999",
    "-",
    ",",
    ".",
    "0",
    "<Ntry>",
    "</Ntry>",
    "<TxDtls>",
    "<Amt Ccy=\"JPY\">",
    "<Dt>",
    "<Sts>PDNG</Sts>",
    "<!DOCTYPE a [",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x10ffff;",
    "&a;",
    "<!--",
    "СекцияДокумент=",
    "КонецДокумента\r\n",
    "СекцияРасчСчет\r\n",
    "КонецФайла",
    "РасчСчет=40702810200000000001\r\n",
    "Сумма=",
    "Date;Amount;Title\n",
    "\"",
    ";",
    "\t",
    "\u{a0}",
    "\u{feff}",
    "1 234,50",
];

/// Tables, because no sample is one.
const TABLES: [&str; 3] = [
    "Data operacji;Opis;Tytuł;Kontrahent;Numer konta;Kwota;Waluta\n2026-01-05;PRZELEW;Kurs ZP-1;Jan;61109010140000071219812874;1 234,56;PLN\n2026-01-06;OPŁATA;\"a \"\"b\"\"\";;;-3,00;PLN\n",
    "Дата операции;Дебет;Кредит;Контрагент;Назначение платежа\n05.01.2026;;1 234,56;ООО Ёлка;За курс\n06.01.2026;3,00;;Банк;Комиссия\n",
    "Date,Description,Amount (EUR),Reference\n05/01/2026,Course,\"1,234.56\",R1\n",
];

/// Inputs for one reader.
pub struct Inputs {
    samples: Vec<Vec<u8>>,
}

impl Inputs {
    /// The samples of that reader; all of them for `any`. `None` for a reader that there is not.
    pub fn of(reader: &str) -> Option<Self> {
        let begins = match reader {
            "camt" => "camt",
            "mt940" => "mt940",
            "1c" => "1c",
            "csv" => "no file",
            "any" => "",
            _ => return None,
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let mut files: Vec<_> = fs::read_dir(folder)
            .ok()?
            .flatten()
            .map(|file| file.path())
            .collect();
        files.sort();
        let wanted = |path: &&std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(begins) && !name.ends_with(".md")
        };
        let mut samples: Vec<Vec<u8>> = files
            .iter()
            .filter(wanted)
            .filter_map(|path| fs::read(path).ok())
            .collect();
        if matches!(reader, "csv" | "any") {
            samples.extend(TABLES.map(|table| table.as_bytes().to_vec()));
        }
        (!samples.is_empty()).then_some(Self { samples })
    }

    /// An input: a sample that was changed one to eight times.
    pub fn make(&self, random: &mut Random) -> Vec<u8> {
        let mut input = self.sample(random).to_vec();
        for _ in 0..=random.below(8) {
            self.change(&mut input, random);
            input.truncate(MOST);
        }
        input
    }

    fn sample(&self, random: &mut Random) -> &[u8] {
        &self.samples[random.below(self.samples.len())]
    }

    fn change(&self, input: &mut Vec<u8>, random: &mut Random) {
        let (from, to) = random.range(input.len());
        match random.below(9) {
            0 if !input.is_empty() => {
                let at = random.below(input.len());
                input[at] ^= 1 << random.below(8);
            }
            1 if !input.is_empty() => {
                let at = random.below(input.len());
                input[at] = random.byte();
            }
            2 => input.truncate(from),
            3 => drop(input.drain(from..to)),
            4 => {
                let block = input[from..to].repeat(1 + random.below(4));
                input.splice(from..from, block);
            }
            5 => {
                let other = self.sample(random);
                let (start, end) = random.range(other.len());
                input.splice(from..to, other[start..end].iter().copied());
            }
            6 => {
                let word = WORDS[random.below(WORDS.len())].repeat(1 + random.below(3));
                input.splice(from..from, word.into_bytes());
            }
            7 => change_digit(input, random),
            _ => swap_lines(input, random),
        }
    }
}

/// Puts another digit in the place of one, which keeps most inputs readable.
fn change_digit(input: &mut [u8], random: &mut Random) {
    let places: Vec<usize> = (0..input.len())
        .filter(|at| input[*at].is_ascii_digit())
        .collect();
    if !places.is_empty() {
        input[places[random.below(places.len())]] = b"0123456789"[random.below(10)];
    }
}

/// Moves a line to another place.
fn swap_lines(input: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = input
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    if lines.len() > 1 {
        let line = lines.remove(random.below(lines.len()));
        lines.insert(random.below(lines.len() + 1), line);
        *input = lines.concat();
    }
}

/// A small generator of numbers (xorshift64*, Vigna 2016): the same seed gives the same numbers.
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        let mut random = Self((seed ^ 0x5851_f42d_4c95_7f2d).max(1));
        for _ in 0..4 {
            random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `limit`, or 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(u64::MAX);
        usize::try_from((self.next() >> 11) % limit).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }

    /// A part of `0..size`, mostly a short one.
    fn range(&mut self, size: usize) -> (usize, usize) {
        let from = self.below(size + 1);
        let most = if self.below(4) == 0 { size } else { 64 };
        (from, (from + self.below(most + 1)).min(size))
    }
}
