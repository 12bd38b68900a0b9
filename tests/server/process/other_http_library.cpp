// Loaded into the program by LD_PRELOAD: libmicrohttpd as another version might be, which gives out copies of
// the headers that it has read.
#include <dlfcn.h>
#include <list>
#include <microhttpd.h>
#include <string>

namespace {

struct Copying {
  MHD_KeyValueIteratorN iterator;
  void* with;
  std::list<std::string> copies;

  char const* copy(char const* text, std::size_t bytes) {
    return text == nullptr ? nullptr : copies.emplace_back(text, bytes).c_str();
  }
};

MHD_Result give_copies(void* self, MHD_ValueKind kind, char const* name, std::size_t name_bytes,
                       char const* value, std::size_t value_bytes) {
  auto& copying = *static_cast<Copying*>(self);
  return copying.iterator(copying.with, kind, copying.copy(name, name_bytes), name_bytes,
                          copying.copy(value, value_bytes), value_bytes);
}

}  // namespace

extern "C" {

char const* MHD_get_version() {
  return "9.9.9";
}

int MHD_get_connection_values_n(MHD_Connection* connection, MHD_ValueKind kind,
                                MHD_KeyValueIteratorN iterator, void* with) {
  using Function = int (*)(MHD_Connection*, MHD_ValueKind, MHD_KeyValueIteratorN, void*);
  static auto const next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "MHD_get_connection_values_n"));
  Copying copying{iterator, with, {}};
  return next(connection, kind, iterator == nullptr ? nullptr : give_copies, &copying);
}
}
