// A stream that zlib's inflate fills.
#include "indexer/source/gunzip_stream.h"

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>
#include <zlib.h>

#include "common/base/error.h"
#include "common/base/files.h"

namespace pressmark {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;
constexpr std::string_view kMagic = "\x1F\x8B";
constexpr int kGzipWindow = 15 + 16;  // zlib's way of asking for gzip and nothing else

Error damaged(std::string const& name, std::string const& how) {
  return {ErrorCode::bad_source, name + " cannot be unpacked: " + how,
          "fetch it again; the transfer may have been cut off"};
}

}  // namespace

bool is_gzip(ByteStream& stream) {
  std::array<char, kMagic.size()> head{};
  std::size_t size = 0;
  while (size < head.size()) {
    auto const count = stream.read(std::span(head).subspan(size));
    if (count == 0) break;
    size += count;
  }
  stream.rewind();
  return std::string_view(head.data(), size) == kMagic;
}

void GunzipStream::EndInflate::operator()(z_stream_s* state) const {
  ::inflateEnd(state);
  std::default_delete<z_stream_s>()(state);
}

GunzipStream::GunzipStream(std::unique_ptr<ByteStream> packed, std::string name, InputLimits const& limits)
    : packed_(std::move(packed)), name_(std::move(name)), limits_(limits), input_(kChunkBytes) {
  auto state = std::make_unique<z_stream_s>();
  if (::inflateInit2(state.get(), kGzipWindow) != Z_OK) throw std::bad_alloc();
  state_.reset(state.release());
}

std::size_t GunzipStream::read(std::span<char> buffer) {
  state_->next_out = reinterpret_cast<Bytef*>(buffer.data());
  state_->avail_out = static_cast<uInt>(std::min(buffer.size(), kChunkBytes));
  auto const wanted = state_->avail_out;
  while (state_->avail_out == wanted && inflate_some()) {
  }
  auto const count = wanted - state_->avail_out;
  unpacked_bytes_ += count;
  check_limits();
  return count;
}

void GunzipStream::rewind() {
  packed_->rewind();
  ::inflateReset(state_.get());
  state_->avail_in = 0;
  packed_bytes_ = unpacked_bytes_ = 0;
  is_between_members_ = true;
  has_ended_ = is_cut_off_ = false;
}

std::vector<Problem> GunzipStream::problems() const {
  if (!is_cut_off_) return {};
  return {{"the gzip ends too early; what comes before is read", name_}};
}

// False at the end of the packed bytes.
bool GunzipStream::refill() {
  if (state_->avail_in > 0) return true;
  auto const count = packed_->read(input_);
  packed_bytes_ += count;
  state_->next_in = reinterpret_cast<Bytef*>(input_.data());
  state_->avail_in = static_cast<uInt>(count);
  return count > 0;
}

// Padding, and whatever else has been hung on, is no member.
bool GunzipStream::begins_member() {
  return refill() && *state_->next_in == static_cast<Bytef>(kMagic.front());
}

bool GunzipStream::end_too_early() {
  if (unpacked_bytes_ == 0) throw damaged(name_, "it ends too early");
  has_ended_ = is_cut_off_ = true;
  return false;
}

// Unpacks a little, perhaps nothing yet; false at the end.
bool GunzipStream::inflate_some() {
  if (has_ended_) return false;
  if (is_between_members_) {
    has_ended_ = !begins_member();
    is_between_members_ = false;
    return !has_ended_;
  }
  if (!refill()) return end_too_early();
  auto const result = ::inflate(state_.get(), Z_NO_FLUSH);
  if (result == Z_STREAM_END) {
    ::inflateReset(state_.get());
    is_between_members_ = true;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    throw damaged(name_, state_->msg == nullptr ? "its gzip is not valid" : state_->msg);
  }
  return true;
}

void GunzipStream::check_limits() const {
  if (unpacked_bytes_ > limits_.source_bytes) throw too_large(name_ + " unpacked", limits_.source_bytes);
  if (unpacked_bytes_ <= limits_.ratio_free_bytes) return;
  if (unpacked_bytes_ / std::max<std::size_t>(packed_bytes_, 1) < limits_.unpacked_ratio) return;
  throw Error(ErrorCode::bad_source,
              name_ + " unpacks to more than " + std::to_string(limits_.unpacked_ratio) + " times its size",
              "unpack it yourself if you trust it, and give the unpacked file");
}

}  // namespace pressmark
