// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// People for a load by the square-root rule.
package enum SafetyStaff {
  /// ⌈(R + β √R) ÷ chats⌉, at least one where there is work: an agent with n chats is n servers at the speed
  /// they have then. One β gives about the same service to small loads and large ones (Halfin and Whitt
  /// 1981; with patience Garnett, Mandelbaum and Reiman 2002).
  ///
  /// - Parameters:
  ///   - load: Erlangs of chats handled alone at speed 1, ≥ 0.
  ///   - safety: β, which may be negative where customers may leave.
  package static func agents(forLoad load: Double, of group: AgentGroup, safety: Double) -> Int {
    guard load > 0 else { return 0 }
    let chats = max(1, group.chatLimit)
    let speed = max(1e-6, group.concurrency.speed(open: chats)) * group.speed
    let servers = load / speed
    let needed = (servers + safety * servers.squareRoot()) / Double(chats)
    return max(1, Int(min(1e6, (needed - 1e-9).rounded(.up))))
  }
}
