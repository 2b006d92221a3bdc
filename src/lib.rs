//! Skeleton.
pub mod embed;
