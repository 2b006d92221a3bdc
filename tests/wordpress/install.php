<?php
/**
 * Installs a fresh site with an administrator, an author, and the plugin from its zip, activated.
 */

define( 'WP_INSTALLING', true );
require __DIR__ . '/load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// The installer would send mail to the administrator.
function wp_new_blog_notification() {}

wp_install( 'A blog', 'admin', 'admin@example.org', true, '', $given['password'] );
must( wp_insert_user( array( 'user_login' => 'author', 'user_pass' => $given['password'], 'user_email' => 'author@example.org', 'role' => 'author' ) ) );
// Avatars would come from another site.
update_option( 'show_avatars', 0 );
foreach ( get_users() as $user ) {
	$seen = array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) );
	update_user_meta( $user->ID, $wpdb->get_blog_prefix() . 'persisted_preferences', $seen );
}

must( WP_Filesystem() );
must( unzip_file( $given['zip'], WP_PLUGIN_DIR ) );
$activated = activate_plugin( 'trust-checkin/trust-checkin.php' );
must( null === $activated ? true : $activated );
