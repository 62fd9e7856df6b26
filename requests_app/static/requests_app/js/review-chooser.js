// chooser
