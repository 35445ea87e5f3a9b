// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// Place of a type's name among the scenario's types.
func typeIndex(
  _ name: String, _ stream: DemandStream, _ context: PlanContext
) throws(DemandError) -> Int {
  guard let index = context.inquiryTypes.firstIndex(of: name) else {
    throw .unknownInquiryType(stream: stream.name, name: name)
  }
  return index
}

/// Shares in the order of the scenario's types, normalised to sum to one.
func mixShares(
  _ mix: [TypeShare], _ stream: DemandStream, _ context: PlanContext
) throws(DemandError) -> [Double] {
  var shares = [Double](repeating: 0, count: context.inquiryTypes.count)
  for part in mix {
    try requireRange(part.share, stream.name, "mix.\(part.inquiryType)", 0...)
    shares[try typeIndex(part.inquiryType, stream, context)] += part.share
  }
  let total = shares.reduce(0, +)
  guard total > 0 else { throw .emptyProfile(stream: stream.name, field: "mix") }
  return shares.map { $0 / total }
}

func cumulatedMix(
  _ mix: [TypeShare], _ stream: DemandStream, _ context: PlanContext
) throws(DemandError) -> [Double] {
  cumulated(try mixShares(mix, stream, context))
}

/// Running sums of shares; the last is exactly one, so that a draw always finds its type.
func cumulated(_ shares: [Double]) -> [Double] {
  var sum = 0.0
  var sums = shares.map { share in
    sum += share
    return min(1, sum)
  }
  if !sums.isEmpty { sums[sums.count - 1] = 1 }
  return sums
}

/// Throws unless `value` is a number in `range`.
func requireRange(
  _ value: Double, _ stream: String, _ field: String, _ range: PartialRangeFrom<Double>
) throws(DemandError) {
  guard value.isFinite, range.contains(value) else {
    throw .outOfRange(
      stream: stream, field: field, found: value, allowed: "≥ \(range.lowerBound)")
  }
}
