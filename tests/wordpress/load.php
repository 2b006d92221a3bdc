<?php
/**
 * Loads WordPress on the command line. The first argument is the site's folder; the request comes as JSON.
 */

// wp-settings.php needs these.
$_SERVER['HTTP_HOST']       = 'localhost';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

$given = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR );
require $argv[1] . '/wp-load.php';

/** Exits with an error message. */
function must( $result ) {
	if ( is_wp_error( $result ) || false === $result ) {
		fwrite( STDERR, is_wp_error( $result ) ? $result->get_error_message() : 'refused' );
		exit( 1 );
	}
	return $result;
}
