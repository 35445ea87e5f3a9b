// SPDX-License-Identifier: GPL-3.0-or-later
#include <gsl/gsl_errno.h>
