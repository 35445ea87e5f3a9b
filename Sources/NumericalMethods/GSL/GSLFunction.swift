// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Carries a Swift closure through a C `void *`.
private final class FunctionBox {
  let body: (Double) -> Double
  init(_ body: @escaping (Double) -> Double) { self.body = body }
}

/// Lends `function` to GSL as a `gsl_function` for the duration of `use`.
func withGSLFunction<Result>(
  _ function: (Double) -> Double,
  _ use: (UnsafeMutablePointer<gsl_function>) -> Swift.Result<Result, GSLError>
) throws(GSLError) -> Result {
  GSL.prepare()
  let outcome = withoutActuallyEscaping(function) { escaping in
    let box = FunctionBox(escaping)
    return withExtendedLifetime(box) {
      var wrapped = gsl_function(
        function: { x, context in
          guard let context else { return .nan }
          return Unmanaged<FunctionBox>.fromOpaque(context).takeUnretainedValue().body(x)
        },
        params: Unmanaged.passUnretained(box).toOpaque())
      return use(&wrapped)
    }
  }
  return try outcome.get()
}

/// Runs typed-throwing steps where a C-style callback wants a plain value.
func attempt<Value>(_ steps: () throws(GSLError) -> Value) -> Swift.Result<Value, GSLError> {
  do {
    return .success(try steps())
  } catch {
    return .failure(error)
  }
}
