<?php
/**
 * Publishes a post with its author's rights, and prints its address.
 */

require __DIR__ . '/load.php';

$user = must( get_user_by( 'login', $given['user'] ) );
wp_set_current_user( $user->ID );
// The signed-in user determines which HTML is allowed.
kses_init();
$id = must( wp_insert_post( wp_slash( array( 'post_title' => 'A post', 'post_content' => $given['content'], 'post_status' => 'publish' ) ), true ) );
echo wp_json_encode( get_permalink( $id ) );
