// SPDX-License-Identifier: GPL-3.0-or-later

/// A linear program of which some variables are whole: minimise Σ cost × value within bounds of
/// variables and of sums.
package struct IntegerProgram: Sendable {
  /// A variable.
  package struct Column: Sendable {
    package let name: String
    package fileprivate(set) var cost: Double
    /// Bounds of the value; the upper one may be infinite.
    package let bounds: ClosedRange<Double>
    package let isWhole: Bool
  }

  /// A bounded sum of variables.
  package struct Row: Sendable {
    package let name: String
    package let terms: [Term]
    /// Bounds of the sum; either may be infinite.
    package var bounds: ClosedRange<Double>
  }

  package struct Term: Sendable {
    package let column: Int
    package let factor: Double

    package init(_ column: Int, _ factor: Double = 1) {
      self.column = column
      self.factor = factor
    }
  }

  package private(set) var columns: [Column] = []
  package private(set) var rows: [Row] = []

  package init() {}

  /// - Returns: The variable's place.
  @discardableResult
  package mutating func add(
    _ name: String, cost: Double = 0, in bounds: ClosedRange<Double> = 0...Double.infinity,
    isWhole: Bool = false
  ) -> Int {
    columns.append(Column(name: name, cost: cost, bounds: bounds, isWhole: isWhole))
    return columns.count - 1
  }

  package mutating func raiseCost(of column: Int, by cost: Double) {
    columns[column].cost += cost
  }

  /// Terms of one variable are added up, those of nothing left out.
  ///
  /// - Returns: The row's place.
  @discardableResult
  package mutating func constrain(
    _ name: String, _ terms: [Term], in bounds: ClosedRange<Double>
  ) -> Int {
    var factors: [Int: Double] = [:]
    for term in terms { factors[term.column, default: 0] += term.factor }
    rows.append(
      Row(
        name: name,
        terms: factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
          .map { Term($0.key, $0.value) },
        bounds: bounds))
    return rows.count - 1
  }

  /// The same program with other bounds of a sum.
  package mutating func bound(row: Int, in bounds: ClosedRange<Double>) {
    rows[row].bounds = bounds
  }

  package func cost(of values: [Double]) -> Double {
    zip(columns, values).reduce(0) { $0 + $1.0.cost * $1.1 }
  }

  /// The largest number of which the cost of every choice of whole numbers is a multiple, told to a
  /// hundredth of a 分; nil where variables that are not whole have a cost, or costs have no such number.
  var costStep: Double? {
    var step = 0
    for column in columns where column.cost != 0 {
      let parts = (column.cost * 10_000).rounded()
      guard column.isWhole, abs(parts) < 1e15, abs(parts - column.cost * 10_000) < 1e-3 else {
        return nil
      }
      var (large, small) = (abs(Int(parts)), step)
      while small != 0 { (large, small) = (small, large % small) }
      step = large
    }
    return step > 0 ? Double(step) / 10_000 : nil
  }
}
