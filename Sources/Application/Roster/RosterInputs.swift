// SPDX-License-Identifier: GPL-3.0-or-later

import RosterFiles
import Rostering

/// What both commands read: a file about shifts on days, the kinds of shifts, staff, and an earlier roster.
struct RosterInputs<Subject> {
  let subject: Subject
  let kinds: [RosterShift]
  let previous: RosterFile?
  let staff: [StaffRecord]

  /// - Parameter read: Reads the subject; adds the shifts that it names by their times, where no file of
  ///   shifts gives them.
  init(
    _ path: String, shifts: String?, previous: String?, staff: String,
    read: (String, inout [RosterShift], Bool) throws(RosterFileError) -> Subject
  ) throws(ApplicationError) {
    var kinds: [RosterShift] = []
    if let shifts {
      kinds = try reading(shifts) { () throws(RosterFileError) in try ShiftFile.read(path: shifts) }
    }
    let areGiven = shifts != nil
    subject = try reading(path) { () throws(RosterFileError) in try read(path, &kinds, areGiven) }
    var earlier: RosterFile?
    if let previous {
      earlier = try reading(previous) { () throws(RosterFileError) in
        try RosterFile(path: previous, kinds: &kinds, areGiven: areGiven)
      }
    }
    self.previous = earlier
    self.kinds = kinds
    self.staff = try reading(staff) { () throws(RosterFileError) in
      try StaffFile.read(path: staff)
    }
  }
}
