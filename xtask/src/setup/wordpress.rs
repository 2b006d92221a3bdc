//! WordPress, PHP and MariaDB, for the test of the plugin. The test starts copies of its own and uses no system service.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, ask, on_path};
use std::path::Path;
use std::process::Command;

/// Debian packages. `wordpress` depends on a web server; without mini-httpd, which listens on localhost only, apt would
/// install Apache. `mariadb-server-core` is a database without a service.
const PACKAGES: [&str; 11] = [
    "php-cgi",
    "mini-httpd",
    "php",
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "mariadb-server-core",
    "php-cli",
    "php-mysql",
    "php-curl",
    "php-xml",
    "php-mbstring",
];
const WORDPRESS: &str = "/usr/share/wordpress/wp-includes/version.php";
const THEME: &str = "/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css";
const EXTENSIONS: [&str; 5] = ["mysqli", "gd", "curl", "dom", "mbstring"];

/// Installs what is missing.
pub fn wordpress(place: &Place) -> Outcome {
    if missing().is_empty() {
        return Ok(());
    }
    apt::install(place, "WordPress, PHP and MariaDB", "about 1 minute", &PACKAGES)?;
    let missing = missing();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!("Still missing for WordPress: {}.", missing.join(", ")))
    }
}

fn missing() -> Vec<String> {
    let modules = ask(Command::new("php").arg("-m")).unwrap_or_default();
    let extensions = EXTENSIONS.iter().filter(|name| !modules.lines().any(|line| line == **name));
    let files = [WORDPRESS, THEME].into_iter().filter(|file| !Path::new(file).is_file());
    // On Debian the database is outside the PATH of ordinary users.
    let has_database = on_path(&["mariadbd"]).is_some() || Path::new("/usr/sbin/mariadbd").is_file();
    let database = (!has_database).then(|| "mariadbd".to_owned());
    files.map(str::to_owned).chain(extensions.map(|name| format!("PHP's {name}"))).chain(database).collect()
}
