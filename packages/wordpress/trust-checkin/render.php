<?php
/**
 * Renders the block on a page.
 *
 * @var array $attributes The settings of the block.
 *
 * @package TrustCheckin
 */

// markup() escapes every value, and get_block_wrapper_attributes() escapes its own.
echo TrustCheckin\markup( $attributes, ' ' . get_block_wrapper_attributes() ); // phpcs:ignore WordPress.Security.EscapeOutput
