//! Thunderbird on a test's desktop, with a profile that the test makes: one identity, one server to send by, nothing asked.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use undersigned_tests::desktop::{Desktop, wait_for};

/// What opens drafts on the desktop.
pub struct Thunderbird<'desktop> {
    desktop: &'desktop Desktop,
}

impl<'desktop> Thunderbird<'desktop> {
    /// Makes the profile, and has the desktop open every file with it.
    pub fn set_up(desktop: &'desktop Desktop, port: u16) -> Self {
        let profile = desktop.home().join("thunderbird");
        fs::create_dir_all(&profile).unwrap();
        let text = |name: &str, value: &str| format!("user_pref(\"{name}\", \"{value}\");\n");
        let other = |name: &str, value: &str| format!("user_pref(\"{name}\", {value});\n");
        let port = port.to_string();
        let preferences = [
            text("mail.accountmanager.accounts", "account1,account2"),
            text("mail.accountmanager.defaultaccount", "account2"),
            text("mail.accountmanager.localfoldersserver", "server1"),
            text("mail.account.account1.server", "server1"),
            text("mail.account.account2.server", "server2"),
            text("mail.account.account2.identities", "id1"),
            other("mail.account.lastKey", "2"),
            text("mail.server.server1.type", "none"),
            text("mail.server.server1.hostname", "Local Folders"),
            text("mail.server.server1.userName", "nobody"),
            text("mail.server.server1.name", "Local Folders"),
            text("mail.server.server2.type", "pop3"),
            text("mail.server.server2.hostname", "127.0.0.1"),
            text("mail.server.server2.userName", "nora"),
            text("mail.server.server2.name", "nora@coalition.example"),
            other("mail.server.server2.login_at_startup", "false"),
            other("mail.server.server2.check_new_mail", "false"),
            text("mail.server.server2.deferred_to_account", "account1"),
            text("mail.identity.id1.fullName", "Nora Hale"),
            text("mail.identity.id1.useremail", "nora@coalition.example"),
            text("mail.identity.id1.smtpServer", "smtp1"),
            other("mail.identity.id1.valid", "true"),
            other("mail.identity.id1.fcc", "false"),
            text("mail.smtpservers", "smtp1"),
            text("mail.smtp.defaultserver", "smtp1"),
            text("mail.smtpserver.smtp1.hostname", "127.0.0.1"),
            other("mail.smtpserver.smtp1.port", &port),
            other("mail.smtpserver.smtp1.authMethod", "1"),
            other("mail.smtpserver.smtp1.try_ssl", "0"),
            other("mail.warn_on_send_accel_key", "false"),
            other("mail.rights.version", "1"),
            other("mail.shell.checkDefaultClient", "false"),
            other("mail.spotlight.firstRunDone", "true"),
            other("mailnews.start_page.enabled", "false"),
            other("datareporting.policy.dataSubmissionEnabled", "false"),
            other(
                "datareporting.policy.dataSubmissionPolicyBypassNotification",
                "true",
            ),
            other("app.update.enabled", "false"),
            other("mail.provider.suppress_dialog_on_startup", "true"),
        ];
        fs::write(profile.join("user.js"), preferences.concat()).unwrap();
        let programs = desktop.programs();
        let opener = programs.join("xdg-open");
        fs::write(
            &opener,
            "#!/bin/sh\nexec thunderbird --profile \"$HOME/thunderbird\" \"$1\" >>\"$HOME/thunderbird.log\" 2>&1\n",
        )
        .unwrap();
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
        Self { desktop }
    }

    /// Waits for the draft whose subject holds these words, and sends it by the key for it.
    pub fn send(&self, words: &str) {
        let title = format!("Write: .*{words}");
        let window = wait_for("the draft to open in Thunderbird", || {
            let found = self.xdotool(&["search", "--name", &title])?;
            found.lines().next_back().map(str::to_owned)
        });
        self.xdotool(&["windowfocus", "--sync", &window]);
        // The window is there before it listens to keys: it is asked again until it is gone.
        wait_for("the draft to be sent", || {
            self.xdotool(&["key", "--window", &window, "ctrl+Return"]);
            std::thread::sleep(std::time::Duration::from_secs(2));
            self.xdotool(&["search", "--name", &title])
                .is_none()
                .then_some(())
        });
    }

    /// What it prints; none when it finds nothing.
    fn xdotool(&self, words: &[&str]) -> Option<String> {
        let mut command: Command = self.desktop.command("xdotool");
        let output = command
            .args(words)
            .stdin(Stdio::null())
            .output()
            .expect("xdotool is installed: cargo xtask mail");
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        (output.status.success() && (!text.is_empty() || words[0] != "search")).then_some(text)
    }
}

impl Drop for Thunderbird<'_> {
    fn drop(&mut self) {
        for process in self
            .desktop
            .processes(std::path::Path::new("/usr/lib/thunderbird/thunderbird-bin"))
        {
            let _ = Command::new("kill").arg(process.to_string()).status();
        }
    }
}
