<?php
/**
 * WordPress on the command line: the folder of the site is the first word, what is wanted comes as JSON.
 */

// wp-settings.php asks for these.
$_SERVER['HTTP_HOST']       = 'localhost';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

$given = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR );
require $argv[1] . '/wp-load.php';

/** Ends with what went wrong. */
function must( $result ) {
	if ( is_wp_error( $result ) || false === $result ) {
		fwrite( STDERR, is_wp_error( $result ) ? $result->get_error_message() : 'refused' );
		exit( 1 );
	}
	return $result;
}
