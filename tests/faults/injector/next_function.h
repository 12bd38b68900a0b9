// The functions of the C library that the injector replaces, for it to call.
#pragma once

#include <dlfcn.h>

namespace pressmark {

// The function of this name that the program would have called.
template <typename Function>
Function* next_function(char const* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace pressmark
