<?php
/**
 * Plugin Name:       Trust Check-in
 * Description:       A private check-in on rebuilding trust in addiction recovery, as a block and a shortcode. Everything happens in the reader's browser.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The trust-checkin contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       trust-checkin
 * Domain Path:       /languages
 *
 * The files in assets/ are under MIT or Apache-2.0, at your option.
 *
 * @package TrustCheckin
 */

namespace TrustCheckin;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'trust-checkin';
const EDITOR = 'trust-checkin-editor';

/** Filters over content that may contain the check-in as hand-written HTML. */
const HAND_WRITTEN = array( 'the_content', 'widget_text', 'widget_block_content', 'render_block_core/html' );

/**
 * The data that packing wrote: `integrity`, the hash of the script; `options`, the default of every option by name; and
 * `languages`, the languages with a fallback for readers without scripts.
 * Null in a copy that was never packed.
 */
function packed(): ?array {
	static $packed;
	$file   = __DIR__ . '/assets/assets.json';
	$packed = $packed ?? ( is_readable( $file ) ? wp_json_file_decode( $file, array( 'associative' => true ) ) : null );
	return $packed;
}

function register(): void {
	if ( null === packed() ) {
		add_action( 'admin_notices', __NAMESPACE__ . '\say_what_is_missing' );
		return;
	}
	// The address changes with the file, so that no cache serves an old file to a page with a new hash.
	$version = substr( md5( packed()['integrity'] ), 0, 8 );
	wp_register_script( SCRIPT, plugins_url( 'assets/trust-checkin.js', __FILE__ ), array(), $version, true );
	$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( EDITOR, plugins_url( 'editor.js', __FILE__ ), $needs, '{{version}}', true );
	wp_set_script_translations( EDITOR, 'trust-checkin' );
	register_block_type( __DIR__ );
	add_shortcode( 'trust-checkin', __NAMESPACE__ . '\shortcode' );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 3 );
	add_action( 'enqueue_block_assets', __NAMESPACE__ . '\load_in_the_editor' );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\load_everywhere' );
	foreach ( HAND_WRITTEN as $filter ) {
		add_filter( $filter, __NAMESPACE__ . '\load_where_it_stands', 100 );
	}
}
add_action( 'init', __NAMESPACE__ . '\register' );

function say_what_is_missing(): void {
	$text = __( 'Trust Check-in: assets/assets.json is missing. Install trust-checkin-wordpress.zip, not the source folder.', 'trust-checkin' );
	printf( '<div class="notice notice-error"><p>%s</p></div>', esc_html( $text ) );
}

/**
 * The element. Its content shows without scripts, in feeds, and when the check-in cannot load. The content has no
 * paragraphs or lists: they would end the paragraph around a shortcode, and the element with it.
 *
 * @param array  $given Options by name; unknown ones are dropped.
 * @param string $more  Attributes of the block, already escaped, with a leading space.
 */
function markup( array $given, string $more = '' ): string {
	wp_enqueue_script( SCRIPT );
	foreach ( packed()['options'] as $name => $default ) {
		$value = trim( (string) ( $given[ $name ] ?? '' ) );
		if ( '' !== $value && $value !== $default ) {
			$more .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	$language = language_for( trim( (string) ( $given['lang'] ?? '' ) ) );
	return "<trust-checkin$more>" . asset( "fallback.$language.html" ) . '</trust-checkin>' . paper_once( $language );
}

/**
 * The language of the fallback: the check-in's, the site's, or English. As in the script, "pt" selects pt-BR, and so does
 * "pt-PT".
 *
 * @param string $asked A BCP 47 tag, or an empty string.
 */
function language_for( string $asked ): string {
	foreach ( array( $asked, determine_locale() ) as $tag ) {
		$wanted = explode( '-', strtolower( str_replace( '_', '-', $tag ) ) );
		for ( $length = count( $wanted ); $length > 0; $length-- ) {
			foreach ( packed()['languages'] as $there ) {
				$parts = array_slice( explode( '-', strtolower( $there ) ), 0, $length );
				if ( array_slice( $wanted, 0, $length ) === $parts ) {
					return $there;
				}
			}
		}
	}
	return 'en';
}

/** The text of a packed file. */
function asset( string $name ): string {
	return (string) file_get_contents( __DIR__ . "/assets/$name" );
}

/**
 * The whole check-in for pen and paper, for readers without scripts. Once per page, and never in feeds: feed readers
 * run no scripts, and would show all of it below every post.
 */
function paper_once( string $language ): string {
	static $is_there = false;
	if ( $is_there || is_feed() ) {
		return '';
	}
	$is_there = true;
	return asset( "paper.$language.html" );
}

/**
 * The shortcode: [trust-checkin theme="dark"].
 *
 * @param array|string $given Options by name; an empty string if there are none.
 */
function shortcode( $given ): string {
	return markup( shortcode_atts( packed()['options'], $given, 'trust-checkin' ) );
}

/**
 * The script tag: a module that the browser runs only if its hash matches, with attributes that exclude it from
 * optimisation plugins, which would change or delay it.
 *
 * @param string $tag    The tag from WordPress.
 * @param string $handle The name of the script.
 * @param string $src    Its address.
 */
function script_tag( $tag, $handle, $src ): string {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	$format = '<script type="module" src="%s" integrity="%s" data-cfasync="false" data-no-optimize="1" data-no-defer="1"></script>' . "\n";
	return sprintf( $format, esc_url( $src ), esc_attr( packed()['integrity'] ) );
}

/** Loads the script in the editor, where the block shows the check-in itself. */
function load_in_the_editor(): void {
	if ( is_admin() ) {
		wp_enqueue_script( SCRIPT );
	}
}

/** Loads the script on every page, for themes and page builders that print the check-in in their own way. */
function load_everywhere(): void {
	if ( apply_filters( 'trust_checkin_load_everywhere', false ) ) {
		wp_enqueue_script( SCRIPT );
	}
}

/**
 * Loads the script on pages with a hand-written tag or `<div data-trust-checkin>`, which authors use who may not write
 * unknown tags.
 *
 * @param string $html The content to show. It is returned unchanged.
 */
function load_where_it_stands( $html ) {
	if ( preg_match( '/<trust-checkin[\s>]|<div\s[^>]*\bdata-trust-checkin[\s=>]/i', (string) $html ) ) {
		wp_enqueue_script( SCRIPT );
	}
	return $html;
}
