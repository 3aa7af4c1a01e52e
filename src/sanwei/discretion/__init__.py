"""裁量 discretion: benchmarks as living tables. Facts of a case in; grade, range of the fine, row and arithmetic out."""
