// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// The GNU Linear Programming Kit: dual simplex, then branch and cut with all cuts, the feasibility pump
/// and branching by Driebeck and Tomlin, which on covers of shifts is many times quicker here than by pseudocosts.
package struct GLPKSolver: IntegerProgramSolver {
  package init() {}

  package func solve(
    _ program: IntegerProgram, within limits: SolverLimits = SolverLimits(),
    progress: @Sendable (SolverProgress) -> Void = { _ in }
  ) throws(IntegerProgramError) -> IntegerSolution {
    glp_term_out(GLP_OFF)
    let problem = Problem(program)
    let relaxed = try problem.relax(limits)
    guard program.columns.contains(where: \.isWhole) else { return relaxed }
    return try withoutActuallyEscaping(progress) { report throws(IntegerProgramError) in
      try problem.branch(limits, above: relaxed.bound, report)
    }
  }
}

/// A program in GLPK's memory, which ends with the value.
private final class Problem {
  private let handle: OpaquePointer
  private let program: IntegerProgram

  init(_ program: IntegerProgram) {
    self.program = program
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
      glp_set_obj_coef(handle, Int32(place + 1), column.cost)
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

  private static func kind(_ bounds: ClosedRange<Double>) -> (Int32, Double, Double) {
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
    let cost = glp_get_obj_val(handle)
    return IntegerSolution(
      values: program.columns.indices.map { glp_get_col_prim(handle, Int32($0 + 1)) },
      cost: cost, bound: cost, isCut: false)
  }

  /// - Parameter bound: Of the relaxed program.
  func branch(
    _ limits: SolverLimits, above bound: Double, _ report: @Sendable (SolverProgress) -> Void
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
      let watch = Watch(bound: bound, nodes: limits.nodes, report: report)
      options.cb_info = Unmanaged.passUnretained(watch).toOpaque()
      options.cb_func = { tree, info in
        guard let tree, let info else { return }
        Unmanaged<Watch>.fromOpaque(info).takeUnretainedValue().look(at: tree)
      }
      let code = glp_intopt(handle, &options)
      best = watch.bound
      isCancelled = watch.isCancelled
      return code
    }
    if isCancelled { throw .cancelled }
    let status = glp_mip_status(handle)
    guard status == GLP_OPT || status == GLP_FEAS else {
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

/// What is seen of GLPK's tree while it grows.
private final class Watch {
  private(set) var bound: Double
  private(set) var isCancelled = false
  private let nodes: Int
  private let report: @Sendable (SolverProgress) -> Void

  init(bound: Double, nodes: Int, report: @escaping @Sendable (SolverProgress) -> Void) {
    self.bound = bound
    self.nodes = nodes
    self.report = report
  }

  func look(at tree: OpaquePointer) {
    guard glp_ios_reason(tree) == GLP_ISELECT else { return }
    let node = glp_ios_best_node(tree)
    if node != 0 { bound = max(bound, glp_ios_node_bound(tree, node)) }
    let problem = glp_ios_get_prob(tree)
    let status = glp_mip_status(problem)
    let cost = status == GLP_FEAS || status == GLP_OPT ? glp_mip_obj_val(problem) : nil
    report(SolverProgress(cost: cost, bound: bound))
    var (active, all, ever) = (Int32(0), Int32(0), Int32(0))
    glp_ios_tree_size(tree, &active, &all, &ever)
    isCancelled = Task.isCancelled
    // Without a solution it goes on: a roster that can be had is worth the wait.
    if isCancelled || (cost != nil && Int(ever) > nodes) { glp_ios_terminate(tree) }
  }
}

extension SolverLimits {
  fileprivate var milliseconds: Int32 {
    Int32(min(max(1, seconds * 1000), Double(Int32.max)))
  }
}
