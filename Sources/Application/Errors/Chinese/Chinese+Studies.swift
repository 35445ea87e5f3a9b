// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Grids of studies.
  static let studies: [String: String] = [
    "no points": "没有任何点", "axes, list or latin_hypercube": "axes、list 或 latin_hypercube",
    "a mapping from paths to values": "由路径到取值的映射",
    "a mapping from paths to the values that they take": "由路径到其各个取值的映射",
    "a mapping from paths to {from, to, decimals}": "由路径到 {from, to, decimals} 的映射",
    "--shards: not allowed beside --shard-seconds.": "--shards：不能与 --shard-seconds 并用。",
    "3, or 3,7-9": "3，或 3,7-9", "%1, or %2,%3-%4": "%1，或 %2,%3-%4", "0/4 to 3/4": "0/4 至 3/4",
    "%1/%2 to %3/%4": "%1/%2 至 %3/%4", "2%, or cost=1%": "2%，或 cost=1%",
    "%1%, or cost=%2%": "%1%，或 cost=%2%",
    "the path of a CSV file": "CSV 文件的路径", "from below to": "from 小于 to",
  ]
}
