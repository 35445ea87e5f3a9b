// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Scenarios

/// A session for each tab of each file, and one desk for each file that remembers what was simulated.
actor LiveSessions {
  private static let mostDesks = 4
  private static let mostSessions = 16

  private let threads: Int
  private let memoryLimit: Double
  private var desks: [(file: String, desk: LiveDesk)] = []
  private var sessions: [(key: String, session: LiveSession)] = []

  init(threads: Int, memoryLimit: Double) {
    self.threads = threads
    self.memoryLimit = memoryLimit
  }

  /// The session of a tab; of many tabs the one that asked longest ago is ended.
  func session(_ client: String, file: String) async -> LiveSession {
    let key = client + "/" + file
    if let index = sessions.firstIndex(where: { $0.key == key }) {
      let found = sessions.remove(at: index)
      sessions.append(found)
      return found.session
    }
    let session = LiveSession(desk(file))
    sessions.append((key, session))
    if sessions.count > Self.mostSessions { await sessions.removeFirst().session.stop() }
    return session
  }

  /// Lines of the plans of a state with the sizes that were searched; empty before they are known.
  func settledLines(_ file: String, _ state: LiveState) async -> [String: [StaffingLine]] {
    await desk(file).settledLines(state)
  }

  private func desk(_ file: String) -> LiveDesk {
    if let known = desks.first(where: { $0.file == file }) { return known.desk }
    let desk = LiveDesk(threads: threads, memoryLimit: memoryLimit)
    desks.append((file, desk))
    if desks.count > Self.mostDesks { desks.removeFirst() }
    return desk
  }
}
