// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// What is seen of GLPK's tree while it grows.
final class GLPKWatch {
  private(set) var bound: Double
  private(set) var isCancelled = false
  private let costStep: Double
  /// A solution that the tree has not been told yet.
  private var start: [Double]?
  private let nodes: Int
  private let report: @Sendable (SolverProgress) -> Void

  init(
    bound: Double, costStep: Double, start: [Double]?, nodes: Int,
    report: @escaping @Sendable (SolverProgress) -> Void
  ) {
    self.bound = bound
    self.costStep = costStep
    self.start = start
    self.nodes = nodes
    self.report = report
  }

  func look(at tree: OpaquePointer) {
    if glp_ios_reason(tree) == GLP_IHEUR, let values = start {
      glp_ios_heur_sol(tree, [0] + values)
      start = nil
    }
    guard glp_ios_reason(tree) == GLP_ISELECT else { return }
    let node = glp_ios_best_node(tree)
    if node != 0 { bound = max(bound, glp_ios_node_bound(tree, node) * costStep) }
    let problem = glp_ios_get_prob(tree)
    let status = glp_mip_status(problem)
    let cost = status == GLP_FEAS || status == GLP_OPT ? glp_mip_obj_val(problem) * costStep : nil
    report(SolverProgress(cost: cost, bound: bound))
    var (active, all, ever) = (Int32(0), Int32(0), Int32(0))
    glp_ios_tree_size(tree, &active, &all, &ever)
    isCancelled = Task.isCancelled
    // Without a solution it goes on: a roster that can be had is worth the wait.
    if isCancelled || (cost != nil && Int(ever) > nodes) { glp_ios_terminate(tree) }
  }
}
