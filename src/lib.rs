//! Skeleton.
pub mod domain;
pub mod embed;
