// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

extension ArrivalStream {
  /// Expected arrivals by interval of the horizon × inquiry type, warm-up left out; what is known
  /// for longer or shorter stretches is spread evenly over them. Bursts are left out.
  package func expectedByInterval(
    in plan: ArrivalPlan, length interval: IntervalLength
  ) -> [Double] {
    let types = plan.inquiryTypes.count
    let intervals = (plan.days.count - plan.warmUpDays) * interval.perDay
    let width = Double(interval.seconds)
    var volume = [Double](repeating: 0, count: intervals * types)
    func add(_ count: Double, from start: Double, length: Double, _ share: (Int) -> Double) {
      var time = max(0, start)
      while time < min(start + length, Double(intervals) * width) {
        let place = Int(time / width)
        let end = min(start + length, Double(place + 1) * width)
        for type in 0..<types {
          volume[place * types + type] += count * (end - time) / length * share(type)
        }
        time = end
      }
    }
    func share(_ mix: [Double], _ type: Int) -> Double {
      mix[type] - (type == 0 ? 0 : mix[type - 1])
    }
    switch arrivals {
    case .rates(let rates):
      let origin = Double(plan.warmUpDays) * 86_400
      for (slot, mean) in rates.means.enumerated() where mean > 0 {
        let length = Double(rates.slotLength)
        add(mean * rates.surpriseFactor, from: Double(slot) * length - origin, length: length) {
          rates.share(ofType: $0, slot: slot)
        }
      }
    case .recorded(let log):
      for (index, time) in log.times.enumerated() where time >= 0 {
        let own = log.types.isEmpty ? nil : Int(log.types[index])
        add(log.scale, from: time, length: 1e-6) { type in
          own.map { $0 == type ? 1 : 0 } ?? share(log.mix, type)
        }
      }
    case .counts(let log):
      for (start, count) in zip(log.starts, log.meanCounts) {
        add(log.scale * count, from: Double(start), length: Double(log.interval)) {
          share(log.mix, $0)
        }
      }
    }
    return volume
  }
}
