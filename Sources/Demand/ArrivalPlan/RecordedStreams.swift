// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

/// The records that fall on the plan's days, moved to the plan's time axis.
func recorded(
  _ records: HistoryRecords, stream: DemandStream, scale: Double, context: PlanContext
) throws(DemandError) -> ArrivalStream.Arrivals {
  switch records {
  case .arrivals(let log):
    // A file that names types needs no mix; without them the mix draws each arrival's type.
    let named = !log.typeIndices.isEmpty
    let mix = named && stream.mix.isEmpty ? [] : try cumulatedMix(stream.mix, stream, context)
    let first = log.times.partitioningIndex { $0 >= Double(context.firstSecond) }
    let end = log.times.partitioningIndex { $0 >= Double(context.endSecond) }
    guard first < end else {
      throw outside(log.times.first, log.times.last, stream, context)
    }
    var types: [UInt16] = []
    if named {
      var places: [UInt16] = []
      for name in log.types {
        places.append(UInt16(try typeIndex(name, stream, context)))
      }
      types = log.typeIndices[first..<end].map { places[Int($0)] }
    }
    let origin = Double(context.originSecond)
    return .recorded(
      RecordedArrivals(
        times: log.times[first..<end].map { $0 - origin }, types: types, mix: mix, scale: scale))
  case .counts(let log):
    return try counted(
      interval: log.interval, starts: log.starts, paths: [log.counts], stream: stream,
      scale: scale, context: context)
  }
}

/// The intervals that fall on the plan's days, moved to the plan's time axis.
///
/// - Parameter paths: For each path one count for each start.
func counted(
  interval: Int, starts: [Int], paths: [[Int]], stream: DemandStream, scale: Double,
  context: PlanContext
) throws(DemandError) -> ArrivalStream.Arrivals {
  let mix = try cumulatedMix(stream.mix, stream, context)
  let first = starts.partitioningIndex { $0 >= context.firstSecond }
  let end = starts.partitioningIndex { $0 >= context.endSecond }
  guard first < end else {
    throw outside(
      starts.first.map(Double.init), starts.last.map(Double.init), stream, context)
  }
  return .counts(
    RecordedCounts(
      interval: interval, starts: starts[first..<end].map { $0 - context.originSecond },
      paths: paths.map { Array($0[first..<end]) }, mix: mix, scale: scale))
}

private func outside(
  _ first: Double?, _ last: Double?, _ stream: DemandStream, _ context: PlanContext
) -> DemandError {
  let date = { (second: Double) in CivilDate(dayNumber: Int((second / 86_400).rounded(.down))) }
  let recorded = first.flatMap { first in
    last.flatMap { DateSpan(first: date(first), last: date($0)) }
  }
  return .historyOutsideHorizon(stream: stream.name, recorded: recorded, horizon: context.days)
}

extension Array {
  /// First index at which `belongs` holds, in an array where it holds from some index on.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
