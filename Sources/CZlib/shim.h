// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

/// Decompresses a raw deflate stream whose size is known; nonzero where it is not that.
static inline int inquiry_inflate(
    const unsigned char *input, unsigned int input_count, unsigned char *output,
    unsigned int output_count) {
  z_stream stream = {0};
  stream.next_in = (unsigned char *)input;
  stream.avail_in = input_count;
  stream.next_out = output;
  stream.avail_out = output_count;
  if (inflateInit2(&stream, -15) != Z_OK) return -1;
  int status = inflate(&stream, Z_FINISH);
  unsigned long total = stream.total_out;
  inflateEnd(&stream);
  return status == Z_STREAM_END && total == output_count ? 0 : -1;
}

/// Begins a raw deflate stream in memory that does not move; nonzero where there is no memory.
static inline int inquiry_deflate_begin(z_stream *stream, int level) {
  *stream = (z_stream){0};
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
