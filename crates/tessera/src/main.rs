//! The program `tessera`.

use std::process::ExitCode;

/// Requests make and drop many small pieces on several threads, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tessera::main()
}
