// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A numerical method that could not give its answer: which one, and GSL's status for the reason.
///
/// The wrappers refuse bad arguments with the same status codes before GSL sees them, so one type
/// covers both. Functions of a real variable do not throw: outside their domain they are NaN.
package struct GSLError: Error, Equatable, Sendable {
  /// Why the method failed, in the caller's terms.
  package enum Reason: Equatable, Sendable {
    /// An argument lies outside the method's domain, such as an empty bracket or a NaN.
    case invalidArgument
    /// The function has the same sign at both ends of the bracket.
    case noSignChange
    /// Arrays or matrices do not fit each other.
    case sizeMismatch
    /// The matrix is not positive definite, or is singular.
    case singular
    /// The tolerance was not reached within the allowed steps.
    case notConverged
    /// Any other GSL status.
    case other
  }

  /// The method, for example "Brent root".
  package let method: String
  package let reason: Reason
  /// GSL's status code (`GSL_EDOM`, `GSL_EMAXITER` ...).
  package let status: Int32

  package init(method: String, reason: Reason, status: Int32) {
    self.method = method
    self.reason = reason
    self.status = status
  }

  /// An error found by a wrapper before GSL is asked.
  init(_ method: String, _ reason: Reason) {
    let status =
      switch reason {
      case .invalidArgument, .noSignChange: GSL_EINVAL
      case .sizeMismatch: GSL_EBADLEN
      case .singular: GSL_ESING
      case .notConverged: GSL_EMAXITER
      case .other: GSL_EFAILED
      }
    self.init(method: method, reason: reason, status: Int32(status))
  }
}
