// Packs with libdeflate, which takes a whole buffer at once.
#include "server/http/gzip.h"

#include <libdeflate.h>
#include <memory>
#include <new>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

// Pages are packed while a reader waits. Higher levels take twice the time and three times the memory
// for 1 % of the bytes.
constexpr int kLevel = 1;

struct CompressorDeleter {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, CompressorDeleter>;

// A weight of zero says "not this one".
bool is_rejected(std::string_view parameters) {
  for (auto parameter : split(parameters, ";")) {
    parameter = trim(parameter);
    if (lower(parameter.substr(0, 2)) != "q=") continue;
    return parameter.substr(2).find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  for (auto const item : split(accept_encoding, ",")) {
    auto const semicolon = std::min(item.find(';'), item.size());
    auto const coding = lower(trim(item.substr(0, semicolon)));
    bool const wanted = !is_rejected(item.substr(semicolon));
    if (coding == "gzip" || coding == "x-gzip") return wanted;
    if (coding == "*") any = wanted;
  }
  return any;
}

std::optional<std::string> pack_gzip(std::string_view bytes) {
  // A compressor has some 300 KB of state; each thread keeps its own.
  thread_local Compressor const compressor(libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::bad_alloc();
  std::string packed(bytes.size(), '\0');
  auto const size =
      libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size());
  if (size == 0) return std::nullopt;
  packed.resize(size);
  packed.shrink_to_fit();
  return packed;
}

}  // namespace pressmark
