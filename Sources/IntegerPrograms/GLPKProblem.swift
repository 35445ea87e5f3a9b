// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// A program in GLPK's memory, which ends with the value.
final class GLPKProblem {
  let handle: OpaquePointer
  let program: IntegerProgram
  /// What all costs are whole multiples of, so that GLPK can round a bound up to the next of them; 1 where
  /// there is no such number.
  private let costStep: Double

  init(_ program: IntegerProgram) {
    self.program = program
    costStep = program.costStep ?? 1
    handle = glp_create_prob()
    glp_set_obj_dir(handle, GLP_MIN)
    if !program.rows.isEmpty { glp_add_rows(handle, Int32(program.rows.count)) }
    if !program.columns.isEmpty { glp_add_cols(handle, Int32(program.columns.count)) }
    for (place, row) in program.rows.enumerated() {
      let (kind, low, high) = Self.kind(row.bounds)
      glp_set_row_bnds(handle, Int32(place + 1), kind, low, high)
    }
    for (place, column) in program.columns.enumerated() {
      let (kind, low, high) = Self.kind(column.bounds)
      glp_set_col_bnds(handle, Int32(place + 1), kind, low, high)
      glp_set_obj_coef(handle, Int32(place + 1), cost(column))
      if column.isWhole { glp_set_col_kind(handle, Int32(place + 1), GLP_IV) }
    }
    // GLPK counts from 1.
    var (rows, columns, factors) = ([Int32(0)], [Int32(0)], [0.0])
    for (place, row) in program.rows.enumerated() {
      for term in row.terms {
        rows.append(Int32(place + 1))
        columns.append(Int32(term.column + 1))
        factors.append(term.factor)
      }
    }
    glp_load_matrix(handle, Int32(factors.count - 1), rows, columns, factors)
  }

  deinit { glp_delete_prob(handle) }

  private func cost(_ column: IntegerProgram.Column) -> Double {
    costStep == 1 ? column.cost : (column.cost / costStep).rounded()
  }

  /// The least cost of whole numbers that is not below a bound.
  func roundedUp(_ bound: Double) -> Double {
    guard program.costStep != nil else { return bound }
    return (bound / costStep - 1e-6).rounded(.up) * costStep
  }

  static func kind(_ bounds: ClosedRange<Double>) -> (Int32, Double, Double) {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    switch (low.isFinite, high.isFinite) {
    case (true, true): return (low == high ? GLP_FX : GLP_DB, low, high)
    case (true, false): return (GLP_LO, low, 0)
    case (false, true): return (GLP_UP, 0, high)
    case (false, false): return (GLP_FR, 0, 0)
    }
  }

  /// The program without whole numbers; its cost is a bound of the other's.
  func relax(_ limits: SolverLimits) throws(IntegerProgramError) -> IntegerSolution {
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.meth = GLP_DUALP
    options.tm_lim = limits.milliseconds
    glp_adv_basis(handle, 0)
    let code = glp_simplex(handle, &options)
    if code == GLP_ETMLIM { throw .outOfTime }
    guard code == 0 else { throw .failed(solver: "GLPK", message: "glp_simplex \(code)") }
    switch glp_get_status(handle) {
    case GLP_OPT: break
    case GLP_NOFEAS, GLP_INFEAS: throw .infeasible
    case GLP_UNBND: throw .unbounded
    case let status: throw .failed(solver: "GLPK", message: "status \(status)")
    }
    let cost = glp_get_obj_val(handle) * costStep
    reducedCosts = program.columns.indices.map {
      glp_get_col_dual(handle, Int32($0 + 1)) * costStep
    }
    return IntegerSolution(
      values: program.columns.indices.map { glp_get_col_prim(handle, Int32($0 + 1)) },
      cost: cost, bound: cost, isCut: false)
  }

  /// Reduced costs of the relaxed program, and the largest among the `rank` smallest.
  private var reducedCosts: [Double] = []

  func reducedCost(ofRank rank: Int) -> Double {
    let ordered = reducedCosts.sorted()
    return ordered.isEmpty ? 0 : ordered[min(rank, ordered.count) - 1]
  }

  /// Holds columns at their least whose reduced cost is above `room`, and lets all others free.
  ///
  /// - Parameter exact: Columns above it are in no better solution.
  /// - Returns: Whether no better solution is lost.
  func restrict(to room: Double, exact: Double) throws(IntegerProgramError) -> Bool {
    for (place, column) in program.columns.enumerated() {
      // A part of what is not whole may cost less than all of it.
      let isHeld = column.isWhole && reducedCosts[place] > room + 1e-9
      let low = column.bounds.lowerBound
      let (kind, least, most) = Self.kind(isHeld ? low...low : column.bounds)
      glp_set_col_bnds(handle, Int32(place + 1), kind, least, most)
    }
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.meth = GLP_DUALP
    let code = glp_simplex(handle, &options)
    guard code == 0, glp_get_status(handle) == GLP_OPT else {
      throw .failed(solver: "GLPK", message: "glp_simplex \(code)")
    }
    return room >= exact
  }

  /// - Parameters:
  ///   - start: A solution, from which it goes on.
  ///   - bound: Of the relaxed program.
  func branch(
    _ limits: SolverLimits, from start: [Double]?, above bound: Double,
    _ report: @Sendable (SolverProgress) -> Void
  ) throws(IntegerProgramError) -> IntegerSolution {
    var options = glp_iocp()
    glp_init_iocp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.br_tech = GLP_BR_DTH
    options.fp_heur = GLP_ON
    options.gmi_cuts = GLP_ON
    options.mir_cuts = GLP_ON
    options.cov_cuts = GLP_ON
    options.clq_cuts = GLP_ON
    options.mip_gap = limits.gap
    options.tm_lim = limits.milliseconds
    let code = withoutActuallyEscaping(report) { report in
      let watch = GLPKWatch(
        bound: bound, costStep: costStep, start: start, nodes: limits.nodes, report: report)
      options.cb_info = Unmanaged.passUnretained(watch).toOpaque()
      options.cb_func = { tree, info in
        guard let tree, let info else { return }
        Unmanaged<GLPKWatch>.fromOpaque(info).takeUnretainedValue().look(at: tree)
      }
      let code = glp_intopt(handle, &options)
      best = watch.bound
      isCancelled = watch.isCancelled
      return code
    }
    if isCancelled { throw .cancelled }
    let status = glp_mip_status(handle)
    guard status == GLP_OPT || status == GLP_FEAS else {
      if let start {
        let cost = program.cost(of: start)
        return IntegerSolution(
          values: start, cost: cost, bound: min(cost, max(bound, best)), isCut: true)
      }
      if status == GLP_NOFEAS { throw .infeasible }
      if code == GLP_ETMLIM || code == GLP_ESTOP { throw .outOfTime }
      throw .failed(solver: "GLPK", message: "glp_intopt \(code), status \(status)")
    }
    let values = program.columns.enumerated().map { place, column in
      let value = glp_mip_col_val(handle, Int32(place + 1))
      return column.isWhole ? value.rounded() : value
    }
    let cost = program.cost(of: values)
    // Status and code 0 without a gap wanted: the tree is empty.
    let isProved = code == 0 && status == GLP_OPT
    return IntegerSolution(
      values: values, cost: cost, bound: isProved ? cost : min(cost, max(bound, best)),
      isCut: code == GLP_ETMLIM || code == GLP_ESTOP)
  }

  private var best = -Double.infinity
  private var isCancelled = false
}

extension SolverLimits {
  var milliseconds: Int32 {
    Int32(min(max(1, seconds * 1000), Double(Int32.max)))
  }
}
