// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The one door to the library: every wrapper passes through here before it calls GSL.
enum GSL {
  /// GSL's default handler aborts the process, so it is replaced once, before the first call.
  private static let handlerIsOff: Void = { _ = gsl_set_error_handler_off() }()

  /// Makes GSL report errors by status or NaN instead of aborting. Cheap after the first call.
  @inline(__always)
  static func prepare() { handlerIsOff }

  /// Throws unless `status` is success.
  static func check(_ status: Int32, _ method: String) throws(GSLError) {
    guard status != Int32(GSL_SUCCESS) else { return }
    let reason: GSLError.Reason =
      switch Int(status) {
      case Int(GSL_EDOM), Int(GSL_EINVAL): .invalidArgument
      case Int(GSL_EBADLEN), Int(GSL_ENOTSQR): .sizeMismatch
      case Int(GSL_ESING): .singular
      case Int(GSL_EMAXITER), Int(GSL_ETOL), Int(GSL_EROUND), Int(GSL_EDIVERGE), Int(GSL_ENOPROG):
        .notConverged
      default: .other
      }
    throw GSLError(method: method, reason: reason, status: status)
  }

  /// The allocated object, or the error for memory that could not be had.
  static func allocated<T>(_ object: T?, _ method: String) throws(GSLError) -> T {
    guard let object else {
      throw GSLError(method: method, reason: .other, status: Int32(GSL_ENOMEM))
    }
    return object
  }
}
