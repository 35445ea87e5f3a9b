// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Scenarios

/// What a search has tried, block by block.
extension PeriodSizer {
  func tried(chosen: PeriodSizes) -> [PeriodTrial] {
    var trials: [PeriodTrial] = []
    for (index, block) in blocks.enumerated() where !block.variables.isEmpty {
      for vector in vectors[index].sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        var sizes = chosen
        block.set(vector, in: &sizes)
        let results = table.targets.indices.flatMap { target -> [TargetResult] in
          block.months.compactMap { table.result(target, segments: $0.segments, sizes) }
        }
        trials.append(
          PeriodTrial(
            sizes: zip(block.variables, vector).map { variable, size in
              PeriodTrial.Size(
                unit: layout.units[variable.unit].name,
                period: layout.units[variable.unit].periods[variable.period].name, size: size)
            },
            replications: block.segments.map { table.replications($0, sizes) }.min() ?? 0,
            targets: results, saves: price(block, block.vector(of: chosen)) - price(block, vector),
            isChosen: block.vector(of: chosen) == vector))
      }
    }
    return trials
  }

  private func price(_ block: SizingBlock, _ vector: [Int]) -> Double {
    zip(block.variables, vector).reduce(0) { $0 + prices[$1.0.unit][$1.0.period] * Double($1.1) }
  }
}
