//! `cargo xtask run`: the app on the screen, or its main job in the terminal where there is no screen.

use std::env;
use std::fs;
use std::process::Command;

use crate::machine::{self, Purpose};
use crate::page;
use crate::shell::{During, Result, built, cargo, remove_folder, run as run_to_the_end};

/// Opens the app on the files named in `arguments`.
pub fn run(arguments: &[String]) -> Result {
    machine::prepare(Purpose::Build)?;
    if !machine::has_display() {
        return in_the_terminal();
    }
    page::install()?;
    page::build()?;
    run_to_the_end(&mut cargo(["build", "--package", "undersigned"]))?;
    // The app is started from where the person stands, for files are named from there.
    run_to_the_end(Command::new(built("undersigned")).args(arguments))
}

/// The sample coalition's letter of 26 Wisconsin organizations, from the file to the sentence of the press release.
fn in_the_terminal() -> Result {
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
    println!("Instead, the sample letter through the command line:\n");
    run_to_the_end(&mut cargo(["build", "--quiet", "--package", "undersigned-cli"]))?;
    let folder = env::temp_dir().join(format!("undersigned-sample-{}", std::process::id()));
    let shown = fs::create_dir_all(&folder)
        .during("make a folder for the sample")
        .and_then(|()| {
            let file = folder.join("sample.undersigned");
            let cli = |arguments: &[&str]| {
                println!(
                    "$ undersigned-cli --file sample.undersigned {}",
                    quoted(arguments)
                );
                run_to_the_end(
                    Command::new(built("undersigned-cli"))
                        .arg("--file")
                        .arg(&file)
                        .args(arguments),
                )?;
                println!();
                Ok(())
            };
            cli(&["sample"])?;
            cli(&["letter", "list"])?;
            let block = [
                "block",
                "Wisconsin",
                "--layout",
                "prose",
                "--separator",
                "comma",
                "--order",
                "entered",
            ];
            cli(&[&block[..], &["--intro", "Signatories of the letter included: "]].concat())
        });
    remove_folder(&folder)?;
    shown
}

/// The arguments as they would be typed into a shell.
fn quoted(arguments: &[&str]) -> String {
    let quote = |argument: &&str| {
        if argument.contains(' ') {
            format!("\"{argument}\"")
        } else {
            (*argument).to_owned()
        }
    };
    arguments.iter().map(quote).collect::<Vec<_>>().join(" ")
}
