//! The program `zapis`: parses the command line and runs one command.

use std::process::ExitCode;

fn main() -> ExitCode {
    zapis::commands::main()
}
