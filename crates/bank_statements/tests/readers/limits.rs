//! Files that are larger than any bank writes are refused, soon and in little memory.

use bank_statements::{MAX_BYTES, read};

fn refuse(text: &str) -> &'static str {
    read(text.as_bytes(), None).unwrap_err().problem.code()
}

#[test]
fn a_file_of_too_many_bytes_is_not_looked_at() {
    let bytes = vec![b' '; MAX_BYTES + 1];
    assert_eq!(
        read(&bytes, None).unwrap_err().to_string(),
        "byte 67108864: the file is larger than 67108864 bytes"
    );
}

#[test]
fn too_much_of_anything_is_refused() {
    let mt940 = |middle: &str| {
        format!(":20:1\n:25:1\n:28C:1\n:60F:C260105PLN0,\n{middle}:62F:C260105PLN0,\n")
    };
    assert_eq!(
        refuse(&mt940(&":61:260105C0,NTRFA\n".repeat(500_001))),
        "too-many"
    );
    assert_eq!(
        refuse(&mt940(&format!(":86:{}", "x\n".repeat(2_000)))),
        "too-many"
    );
    assert_eq!(refuse(&":20:1\n:25:1\n-\n".repeat(10_001)), "too-many");
    let one_c = |middle: &str| format!("1CClientBankExchange\n{middle}КонецФайла\n");
    let keys: Vec<String> = (0..2_000).map(|number| format!("k{number}=1\n")).collect();
    assert_eq!(refuse(&one_c(&keys.concat())), "too-many");
    let accounts: Vec<String> = (0..200)
        .map(|number| format!("РасчСчет={number}\n"))
        .collect();
    assert_eq!(refuse(&one_c(&accounts.concat())), "too-many");
    let row = format!("Date;Amount\n{}\n", ";".repeat(2_000_000));
    assert_eq!(refuse(&row), "too-many");
    let camt = format!(
        "<Document><BkToCstmrStmt><Stmt><Ntry><NtryDtls>{}</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>",
        "<TxDtls/>".repeat(200_001)
    );
    assert_eq!(refuse(&camt), "too-many");
}
