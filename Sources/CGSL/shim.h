// SPDX-License-Identifier: GPL-3.0-or-later
// Only the GSL headers that NumericalMethods uses, then one accessor for each global constant:
// Swift 6 refuses a C global that is not `const` itself as shared mutable state.
#ifndef INQUIRY_CGSL_SHIM_H
#define INQUIRY_CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>

/// Brent's bracketing root finder: the only one that never leaves its bracket and still converges fast.
static inline const gsl_root_fsolver_type *cgsl_root_brent(void) {
  return gsl_root_fsolver_brent;
}

/// Nelder and Mead's simplex with O(n) size updates: likelihoods here have no cheap gradient.
static inline const gsl_multimin_fminimizer_type *cgsl_multimin_simplex(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

#endif
