// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where the influence of the start has gone from one long run.
package enum WarmUp {
  /// Observations to drop by MSER-5 (White, Cobb and Spratt 2000), a multiple of five.
  ///
  /// Means of five observations are cut where the standard error of the rest is least. Nil where the
  /// best cut lies in the second half, which means that the run is too short to tell, or where there
  /// are fewer than ten means.
  /// - Complexity: O(n).
  package static func mser5(_ values: [Double]) -> Int? {
    let width = 5
    let means = BatchMeans.means(of: values, width: width)
    guard means.count >= 10, means.allSatisfy(\.isFinite) else { return nil }
    // From the end forwards, so that each cut extends the moments of the one before.
    var rest = SampleMoments()
    var best: (cut: Int, statistic: Double) = (means.count, .infinity)
    for cut in stride(from: means.count - 1, through: 0, by: -1) {
      rest.add(means[cut])
      // Fewer than five means judge nothing: their spread is small by chance.
      guard rest.count >= 5 else { continue }
      let statistic = rest.variance * Double(rest.count - 1) / Double(rest.count * rest.count)
      if statistic <= best.statistic { best = (cut, statistic) }
    }
    return best.cut <= means.count / 2 ? best.cut * width : nil
  }
}
