// Gzip unpacked on the way; only its source file knows zlib.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"

struct z_stream_s;

namespace pressmark {

// True if the bytes of `stream`, which is rewound, begin as gzip does.
[[nodiscard]] bool is_gzip(ByteStream& stream);

// What `packed` unpacks to: all members of it, one after the other (RFC 1952 §2.2). What follows
// the last one is passed over. Where it is cut off, so is what it unpacks to, with a problem. Throws
// Error{bad_source} where it is damaged or holds nothing before it is cut off, passes
// limits.source_bytes, or passes limits.unpacked_ratio as only bombs do.
class GunzipStream final : public ByteStream {
 public:
  GunzipStream(std::unique_ptr<ByteStream> packed, std::string name, InputLimits const& limits);

  std::size_t read(std::span<char> buffer) override;
  void rewind() override;
  [[nodiscard]] std::vector<Problem> problems() const override;

 private:
  struct EndInflate {
    void operator()(z_stream_s* state) const;
  };

  bool refill();
  bool begins_member();
  bool end_too_early();
  bool inflate_some();
  void check_limits() const;

  std::unique_ptr<ByteStream> packed_;
  std::string name_;
  InputLimits limits_;
  std::unique_ptr<z_stream_s, EndInflate> state_;
  std::vector<char> input_;
  std::size_t packed_bytes_ = 0;
  std::size_t unpacked_bytes_ = 0;
  bool is_between_members_ = true;
  bool has_ended_ = false;
  bool is_cut_off_ = false;
};

}  // namespace pressmark
